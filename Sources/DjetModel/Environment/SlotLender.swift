/// Told when a function begins and ends to wait for a ticket.
///
/// A worker then lends the function's slot to others: one with a single slot can run a job that waits for its
/// own jobs.
package protocol SlotLender: Sendable {
    func lend()
    func takeBack()
}
