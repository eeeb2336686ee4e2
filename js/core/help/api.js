export const API = {
  bearer_invalid: {
    cause: "The local Fogbender was asked with another secret, or without one. Fogbender itself signs with whatever it is sent.",
    fix: "Send Authorization: Bearer and the secret that the local Fogbender was started with.",
  },
  signatures_bad_response: {
    cause: "The answer is no signature, or one for another identity. Often the url is wrong.",
    fix: "Check the url. Or sign on your own backend with Signer, which needs no network.",
  },
  signatures_unauthorized: {
    cause: "The answer was 401 or 403.",
    fix: "Copy the secret again from Fogbender's settings.",
  },
  signatures_unreachable: {
    cause: "There is no network, the host is wrong, or the answer took too long.",
    fix: "Try again. Or sign on your own backend with Signer, which needs no network.",
  },
};
