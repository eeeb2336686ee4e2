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

/** The identity of the signed-in user, or nothing. */
export const userOf = (cookie) => USERS[/(?:^|; )session=(\w+)/.exec(cookie)?.[1]];

/** The same, of a request. */
export const currentUser = (request) => userOf(request.headers.get("cookie"));
