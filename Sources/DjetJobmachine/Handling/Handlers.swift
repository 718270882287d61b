import DjetModel

/// The handlers of a worker, by kind.
struct Handlers: Sendable {
    private var handlers: [String: any JobHandler] = [:]

    init(_ functions: Functions, _ others: [any JobHandler]) {
        for name in functions.names {
            if let function = functions[name] { add(Self.handler(of: function)) }
        }
        for handler in others { add(handler) }
    }

    var kinds: [String] { handlers.keys.sorted() }

    subscript(kind: String) -> (any JobHandler)? { handlers[kind] }

    private mutating func add(_ handler: any JobHandler) {
        handlers[handler.kind] = handler
    }

    private static func handler<Function: ModelFunction>(of type: Function.Type) -> any JobHandler {
        FunctionHandler<Function>()
    }
}
