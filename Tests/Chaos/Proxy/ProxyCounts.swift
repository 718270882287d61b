/// What a proxy has done.
struct ProxyCounts: Sendable {
    /// Connections that were let in.
    var connections = 0
    /// Those that were broken, wherever they were.
    var cut = 0
    /// Those of them that were severed at a COMMIT.
    var cutAtCommit = 0
    /// Those that were severed at anything else that has to be answered.
    var cutAtOthers = 0
    /// Those whose bytes were held back.
    var stalled = 0
    /// Those whose bytes were never passed on again.
    var swallowed = 0
}
