/** The page's script as text: only the local Fogbender's server imports it. */
declare const script: string;
export default script;
