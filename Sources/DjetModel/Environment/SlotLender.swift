/// A lender of a function's slot, told when the function begins and ends to wait for a ticket.
///
/// Meanwhile a worker gives the slot to others: a worker with a single slot can run a job that waits for its
/// own jobs.
package protocol SlotLender: Sendable {
    func lend()
    func takeBack()
}
