/// An entry in a connection's line.
enum Turn {
    case exchange(Exchange)
    case copy(Copy)

    var id: UInt64 {
        switch self {
        case .exchange(let exchange): exchange.id
        case .copy(let copy): copy.id
        }
    }

    /// Tells the waiter that it will not run, with `error`.
    func refuse(_ error: any Error) {
        switch self {
        case .exchange(let exchange):
            if !exchange.isAnswered { exchange.continuation?.resume(throwing: error) }
            exchange.onEnd?(exchange.outcomes)
        case .copy(let copy): copy.waiter?.resume(throwing: error)
        }
    }
}
