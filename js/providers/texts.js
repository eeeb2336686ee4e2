// What may be taken of the texts that a user writes about herself.
import { isWellFormed } from "../core/values.js";

/**
 * Whether a value is text that says something and has a UTF-8 form.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isText = (value) => typeof value === "string" && value.trim() !== "" && isWellFormed(value);

/**
 * Whether a value is the address of a picture. `javascript:` and `data:` are none.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isPicture = (value) => isText(value) && /^https?:\/\/\S+$/i.test(value);

/**
 * First and last name as one text, or one of them; empty if there is none.
 * @param {{ firstName?: unknown, lastName?: unknown } | null | undefined} user
 */
export const fullName = (user) => [user?.firstName, user?.lastName].filter(isText).join(" ");

/**
 * Whether a text stands anywhere in a value, at any depth. The number 42 and the text "42" are the same.
 * @param {unknown} value
 * @param {string} text
 * @returns {boolean}
 */
export function holds(value, text) {
  if (typeof value === "object" && value !== null) return Object.values(value).some((member) => holds(member, text));
  return value !== undefined && value !== null && String(value) === text;
}
