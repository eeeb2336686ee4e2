export const API = {
  bearer_invalid: {
    says: "The Authorization header must be the word Bearer, one space and the secret.",
    cause: "The local Fogbender was asked with another secret, or without one. Fogbender itself signs with whatever it is sent.",
    fix: "Send Authorization: Bearer and the secret that the local Fogbender was started with.",
  },
  signatures_bad_response: {
    says: "The signatures API answered with …",
    cause: "The answer is no signature, or one for another identity. Often the url is wrong.",
    fix: "Check the url. Or sign on your own backend with Signer, which needs no network.",
  },
  signatures_unauthorized: {
    says: "The signatures API refused the secret …",
    cause: "The answer was 401 or 403.",
    fix: "Copy the secret again from Fogbender's settings.",
  },
  signatures_unreachable: {
    says: "The signatures API did not answer …",
    cause: "There is no network, the host is wrong, or the answer took too long.",
    fix: "Try again, or sign on your own backend with Signer, which needs no network.",
  },
};
