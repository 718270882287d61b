/// A fault of connections.
enum Cut: Sendable {
    /// The place where a connection is severed that has just sent a COMMIT, or anything else that is
    /// answered.
    enum Place: CaseIterable, Sendable {
        /// The server receives nothing of it.
        case before
        /// The server receives it, but nothing that was sent behind it, such as the ring.
        case within
        /// The server receives everything, and cannot answer.
        case behind
        /// The server answers, and the answer does not arrive.
        case answer
    }

    /// All connections break.
    case all
    /// The connections of one process break, chosen among those that have any.
    case process(chosenBy: UInt64)
    /// The next connections that send a COMMIT, or with `onlyCommits` false anything that is answered, are
    /// severed.
    case sever([Place], onlyCommits: Bool)
    /// All bytes arrive later.
    case delay(Duration, lasting: Duration)
    /// The bytes of one process are held for a while, without an error at either end.
    case stall(chosenBy: UInt64, lasting: Duration)
    /// The bytes of all connections to a server, present and future ones, are held for ever.
    case swallow(server: String)
    /// New clients of a server are led to another one.
    case divert(from: String, to: String)
    /// New clients of a server are led to it again, and its swallowed connections are closed.
    case readmit(server: String)
}
