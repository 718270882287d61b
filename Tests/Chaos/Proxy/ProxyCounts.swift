/// The counts of a proxy.
struct ProxyCounts: Sendable {
    /// The connections accepted.
    var connections = 0
    /// The connections cut at any point.
    var cut = 0
    /// The connections severed at a COMMIT; they count as cut too.
    var cutAtCommit = 0
    /// The connections severed at another request that is answered; they count as cut too.
    var cutAtOthers = 0
    /// The connections whose bytes were held for a while.
    var stalled = 0
    /// The connections whose bytes were held for ever.
    var swallowed = 0
}
