/// Told when a function begins and ends to wait for a ticket.
///
/// A worker then lends the function's slot to others: one with a single slot can run a job that waits for its
/// own jobs.
package struct WaitHook: Sendable {
    package let begin: @Sendable () -> Void
    package let end: @Sendable () -> Void

    package init(begin: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> Void) {
        self.begin = begin
        self.end = end
    }
}
