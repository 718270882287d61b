/// What is known on this side about a connection's transaction.
struct TransactionState {
    /// How many transactions are open, one inside the other.
    var depth = 0
    /// Whether the outermost one is committed from here, and not by the owner of a lent connection.
    var isOurs = false
    /// Rings that go out behind the commit.
    var rings: [Call] = []
}
