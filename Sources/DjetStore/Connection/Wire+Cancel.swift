import CLibPQ
import DequeModule

extension Wire {
    /// Stops the exchange or COPY with this number: on the server if it is running there, else before it is
    /// sent. One that was sent behind others is stopped when its turn comes, since the server stops whatever
    /// is running.
    mutating func cancel(_ id: UInt64) {
        if let index = line.firstIndex(where: { $0.id == id }) {
            let turn = line.remove(at: index)
            if case .exchange(let exchange) = turn {
                transaction.posted.insert(contentsOf: exchange.carried, at: 0)
            }
            effects.append { turn.refuse(CancellationError()) }
            advance()
        } else if case .copy(var copy) = mode, copy.id == id, !copy.isCancelled {
            copy.isCancelled = true
            mode = .copy(copy)
            sendCancel()
        } else if let index = exchanges.firstIndex(where: { $0.id == id }),
            !exchanges[index].isCancelled, !exchanges[index].isAnswered
        {
            exchanges[index].isCancelled = true
            if index == exchanges.startIndex { sendCancel() }
        }
    }

    /// Sends a cancel request. Nothing else is sent until it has returned, so that it cannot hit another
    /// statement.
    mutating func sendCancel() {
        guard let requestCancel else { return }
        isQuarantined = true
        cancelsUnderWay += 1
        effects.append(requestCancel)
    }

    mutating func cancelReturned() {
        cancelsUnderWay -= 1
        advance()
    }

    /// True if the running statement was cancelled and still goes on: the server ignores a request that
    /// overtakes its statement on another connection.
    var isCancelDue: Bool {
        guard cancelsUnderWay == 0 else { return false }
        // While rows are sent, the server checks for neither; the sender is told and gives up.
        if case .copy(let copy) = mode { return copy.isCancelled && copy.phase != .sending }
        return exchanges.first?.isCancelled == true
    }

    mutating func cancelAgain() {
        if isCancelDue { sendCancel() }
    }
}
