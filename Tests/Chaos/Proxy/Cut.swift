/// What is done to connections.
enum Cut: Sendable {
    /// Where exactly a connection is severed that has just sent a COMMIT, or anything else that has to be answered.
    enum Place: CaseIterable, Sendable {
        /// The server never hears of it.
        case before
        /// The server hears of it, but of nothing that was sent along behind it, such as the ring.
        case within
        /// The server hears of all that was sent, and cannot answer.
        case behind
        /// The server's answer is on its way, and does not arrive.
        case answer
    }

    /// All of them break.
    case all
    /// Those of one process break, of those that have any.
    case process(chosenBy: UInt64)
    /// The next ones that send a COMMIT, or anything else if `onlyCommits` is false, are severed there.
    case sever([Place], onlyCommits: Bool)
    /// All bytes come later.
    case delay(Duration, lasting: Duration)
    /// The bytes of one process stay where they are for a while: nobody is told that the network is gone.
    case stall(chosenBy: UInt64, lasting: Duration)
    /// The bytes of all who are connected to a server, and of all who come to it, stay where they are for ever.
    case swallow(server: String)
    /// Whoever comes for a server from now on is led to another one.
    case divert(from: String, to: String)
    /// Whoever comes for a server from now on is led to it again, and all that was swallowed is gone.
    case readmit(server: String)
}
