/** Changes of a list, sent one after the other. Only the last answer counts: an earlier one knows less than the page shows. */
export class ListChanges {
  #connection;
  #sent = Promise.resolve();
  #waiting = 0;

  constructor(connection) {
    this.#connection = connection;
  }

  /**
   * Sends a change after those before it.
   *
   * @param path of the round
   * @param onRound is called with the round as it is then, unless another change waits
   */
  send(path, change, onRound) {
    this.#waiting += 1;
    this.#sent = this.#sent.then(() =>
      this.#connection.attempt(async () => {
        try {
          const round = await this.#connection.call("PATCH", `${path}/todos`, change);
          if (this.#waiting === 1) {
            onRound(round);
          }
        } finally {
          this.#waiting -= 1;
        }
      }),
    );
    return this.#sent;
  }
}
