// In workerd no clock moves while a request is worked on, so the one who asks holds the clock: each request is a batch.
import { tasks } from "./tasks.js";

let prepared;

export default {
  async fetch(request) {
    prepared ??= await tasks();
    const { task, name, count } = await request.json();
    await prepared[task][name](count);
    return new Response();
  },
};
