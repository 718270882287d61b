/// This side's knowledge of a connection's transaction.
struct TransactionState {
    /// The number of open transactions, one inside the other.
    var depth = 0
    /// True if this side commits the outermost one, and not the owner of a lent connection.
    var isOurs = false
    /// Rings that go out behind the commit.
    var rings: [Ring] = []
    /// Posted statements, which nobody awaits: they go out ahead of the next awaited one.
    var posted: [Statement] = []
    /// True if the server never began it, so that statements sent now would be committed by themselves.
    var isVoid = false

    /// Drops a `begin` that nothing followed. Returns true if it was the only posted statement.
    mutating func dropBegin() -> Bool {
        guard posted.count == 1, posted.first == .begin else { return false }
        posted = []
        return true
    }

    /// Drops the statements posted since `opening`, which began an undone part; drops all if `opening` was
    /// already sent.
    ///
    /// - Returns: true if `opening` had not been sent.
    mutating func dropPosted(since opening: Statement) -> Bool {
        guard let index = posted.lastIndex(of: opening) else {
            posted = []
            return false
        }
        posted.removeSubrange(index...)
        return true
    }
}

extension Statement {
    /// The statement that opens an outermost transaction.
    static let begin: Statement = "begin"
}
