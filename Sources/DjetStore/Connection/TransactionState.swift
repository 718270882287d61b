/// What is known on this side about a connection's transaction.
struct TransactionState {
    /// How many transactions are open, one inside the other.
    var depth = 0
    /// Whether the outermost one is committed from here, and not by the owner of a lent connection.
    var isOurs = false
    /// Rings that go out behind the commit.
    var rings: [Call] = []
    /// What nobody waits for: it goes out in front of the next statement that somebody does.
    var posted: [Statement] = []
    /// Whether the server never began it, so that what is sent now would be committed by itself.
    var isVoid = false

    /// Drops the beginning if nothing has come of it: returns whether it was all that there is.
    mutating func dropBegin() -> Bool {
        guard posted.count == 1, posted.first?.text == "begin" else { return false }
        posted = []
        return true
    }

    /// Drops what was posted from a statement on, which opened a part that is undone; all, if that has been sent.
    ///
    /// - Returns: whether it was still here.
    mutating func dropPosted(since opening: Statement) -> Bool {
        guard let index = posted.lastIndex(of: opening) else {
            posted = []
            return false
        }
        posted.removeSubrange(index...)
        return true
    }
}
