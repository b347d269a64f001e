'use strict';

// What a test orders: POST /faults {"database","times","status"} answers the next calls on documents of that database with the status;
// without a status the call is done and its answer is lost. GET /faults/<database> tells how many are still to come.
exports.Faults = class Faults {
  constructor() {
    this.ordered = new Map();
  }

  command(method, database, body) {
    const order = method === 'POST' ? JSON.parse(body) : this.ordered.get(database) || { times: 0 };
    if (method === 'POST') this.ordered.set(order.database, order);
    return { left: order.times };
  }

  next(parts) {
    const order = this.ordered.get(parts[1]);
    if (!order || order.times === 0) return undefined;
    order.times -= 1;
    return order;
  }
};
