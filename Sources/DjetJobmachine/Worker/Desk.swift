import DjetModel

/// What all attempts of a worker share.
final class Desk: Sendable {
    let model: Model
    let handlers: Handlers
    let completions: Completions
    let isStopping: @Sendable () -> Bool

    init(
        model: Model, handlers: Handlers, completions: Completions, isStopping: @escaping @Sendable () -> Bool
    ) {
        self.model = model
        self.handlers = handlers
        self.completions = completions
        self.isStopping = isStopping
    }
}
