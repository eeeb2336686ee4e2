// Stands for your own authentication: here a cookie names the user. Yours proves who she is.
const USERS = {
  alice: {
    userId: "U234328",
    customerId: "C256434",
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "Alice Chesterton",
  },
};

/** The identity of the request's signed-in user, or nothing. */
export function currentUser(request) {
  const [, name] = /(?:^|; )session=(\w+)/.exec(request.headers.get("cookie")) ?? [];
  return USERS[name];
}
