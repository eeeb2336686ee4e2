/** The workspace of the seed, and the two people of the story: of two companies, both customers of the same app. */
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";

export const people = {
  alice: {
    userId: "U234328",
    customerId: "C256434",
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "Alice Chesterton",
  },
  bob: {
    userId: "U871003",
    customerId: "C990017",
    customerName: "Hooli",
    userEmail: "bob@hooli.com",
    userName: "Bob Builder",
  },
};

/** Alice's colleague at the same company: only by name and email, which anybody there knows. */
export const colleague = { userEmail: "carla@netflix.com", userName: "Carla Diaz" };
