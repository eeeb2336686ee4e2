export const SESSION = {
  email_missing: {
    says: "There is no email.",
    cause: "The provider's session has no email. Fogbender finds the account by it.",
    fix: "Give the user's record too, or userEmail in the options.",
  },
  email_unverified: {
    says: "The email is not verified, so it may be another person's.",
    cause: "The provider says that the user has not proven that the email is hers.",
    fix: "Let her verify it, or give userEmail from your own records.",
  },
  field_editable: {
    says: "… stands where the user can write it.",
    cause: "The customerId or the email comes from metadata that the user can edit, so she could choose another company.",
    fix: "Take it from your own records, and keep no copy where users can write.",
  },
  organization_missing: {
    says: "The session has no active organization.",
    cause: "The user has not chosen a company, or is not in it any more.",
    fix: "Let her choose one, or give customerId and customerName in the options.",
  },
  session_anonymous: {
    says: "This user is anonymous: nobody knows who she is.",
    cause: "The provider made an anonymous session.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true.",
  },
  session_delegated: {
    says: "An app or a machine acts for this user, and she is not there herself.",
    cause: "The session is an API key's, an OAuth client's or a service's.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true.",
  },
  session_impersonated: {
    says: "Somebody of your staff is signed in as this user.",
    cause: "The provider marks the session as one of support staff.",
    fix: "Show no widget, or give allowImpersonation: true.",
  },
  session_mismatch: {
    says: "… does not belong to the session.",
    cause: "The user or the organization in the input is not the session's.",
    fix: "Fetch it by the id that the session has.",
  },
};
