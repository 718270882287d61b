import DjetJSON
import DjetModel

/// The model function that a node names, known at run time only.
struct NodeFunction: Sendable {
    let type: any ModelFunction.Type
    /// The queue that its jobs join instead of its own.
    let queue: String?

    /// Looks up the function that the node names. Throws `ModelError.unavailable` if this program does not
    /// know it.
    init(_ visit: Visit, default name: String = "") throws {
        let name = visit.node.text("function") ?? name
        guard !name.isEmpty else { throw ModelError.unavailable("the node names no function") }
        guard let type = visit.model.functions[name] else {
            throw ModelError.unavailable(
                "the node names the function “\(name)”, which this program does not know")
        }
        self.type = type
        queue = visit.node.text("queue")
    }

    /// Returns the shapes of a route that serves a node's function; empty ones if the function is unknown.
    static func shapes(of route: Route, at node: Node, in model: Model, default name: String = "")
        -> RouteShapes
    {
        guard let type = model.functions[node.text("function") ?? name], route.path.segments.isEmpty else {
            return RouteShapes()
        }
        return route.method == .get
            ? RouteShapes(answer: FunctionDescription.schema)
            : RouteShapes(body: Schema.of(type), answer: type.outputSchema)
    }

    /// The shape of its arguments.
    var schema: Schema { Schema.of(type) }

    /// Calls the function now and returns its value as JSON. Throws `FieldErrors` if the arguments do not
    /// fit, and the function's own errors.
    func call(_ arguments: JSONTree, in model: Model) async throws -> String {
        try await model.callEncoded(try decoded(arguments))
    }

    /// Offloads the function. Throws `FieldErrors` if the arguments do not fit.
    ///
    /// - Parameter inputs: files that were sent for this job; they are removed when it fails or is cancelled.
    func offload(
        _ arguments: JSONTree, inputs: [File], in model: Model
    ) async throws -> OffloadedFunction {
        func offload<Function: ModelFunction>(_ function: Function) async throws -> OffloadedFunction {
            let ticket = try await model.offload(function, on: queue, inputs: inputs)
            return OffloadedFunction(id: ticket.id) { try JSON.text(of: try await ticket.value) }
        }
        return try await offload(try decoded(arguments))
    }

    private func decoded(_ arguments: JSONTree) throws -> any ModelFunction {
        do {
            return try type.read(arguments)
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }
}

extension ModelFunction {
    fileprivate static func read(_ arguments: JSONTree) throws -> Self { try JSON.value(from: arguments) }
}
