// Who is signed in at the endpoints: the session is a cookie that names the user, which costs every server the same.

export { secret, widgetId } from "../payload.js";

export const users = Array.from({ length: 50 }, (_, index) => ({
  userId: `U${index}`,
  customerId: `C${index % 7}`,
  customerName: index % 2 ? "Netflix" : "Söhne & Co",
  userEmail: `user${index}@example.com`,
  userName: `User ${index} Chesterton`,
}));

export const userOf = (cookie) => users[/(?:^|; )session=(\d+)/.exec(cookie ?? "")?.[1]];
