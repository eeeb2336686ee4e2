// The app's own sign-in, in a few lines: one session, for one browser.
const person = (userId, userName, customerId, customerName) => ({
  userId,
  customerId,
  customerName,
  userEmail: `${userName.toLowerCase()}@${customerName.toLowerCase()}.com`,
  userName,
});
const people = { alice: person("U1", "Alice", "C1", "Netflix"), bob: person("U2", "Bob", "C2", "Hooli") };

let user;

export const currentUser = () => user;

export function session(request, response) {
  user = people[request.path.slice(1)];
  response.json({ user: user?.userId ?? null });
}
