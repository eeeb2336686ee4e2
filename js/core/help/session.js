export const SESSION = {
  email_missing: {
    cause: "The provider's session has no email. Fogbender finds the account by it.",
    fix: "Give the user's record too, or userEmail in the options.",
  },
  email_unverified: {
    cause: "The provider says that the user has not proven that the email is hers.",
    fix: "Let her verify it, or give userEmail from your own records.",
  },
  field_editable: {
    cause: "The customerId or the email comes from metadata that the user can edit, so she could choose another company.",
    fix: "Take it from your own records, and keep no copy where users can write.",
  },
  organization_missing: {
    cause: "The user has not chosen a company, or is not in it any more.",
    fix: "Let her choose one, or give customerId and customerName in the options.",
  },
  session_anonymous: {
    cause: "The provider made an anonymous session.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true.",
  },
  session_delegated: {
    cause: "The session is an API key's, an OAuth client's or a service's.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true.",
  },
  session_impersonated: {
    cause: "The provider marks the session as one of support staff.",
    fix: "Show no widget, or give allowImpersonation: true.",
  },
  session_mismatch: {
    cause: "The user or the organization in the input is not the session's.",
    fix: "Fetch it by the id that the session has.",
  },
};
