public import DjetModel

/// Exposes a model function: a form made of its arguments for people, JSON for programs, under the node's rules.
///
/// A POST calls it, or offloads it if the client prefers that: by the form's second button, by `Prefer:
/// respond-async`, or by `Prefer: wait=N`, which waits so many seconds and answers with the ticket if the value is
/// not there by then.
public struct FunctionEngine: Engine {
    /// `function`.
    public static let basetype = Basetype(
        "function", title: "Function",
        columns: [
            Column("function", title: "Function", .function, isRequired: true),
            Column("queue", title: "Queue", .queue),
        ],
        // Its function says what it takes.
        exposedBy: nil)

    /// An engine.
    public init() {}

    /// The form, its way in, and the files of what was called.
    public var routes: [Route] {
        [
            Route(
                .get, "", "The function: a form, or the shapes of its arguments and its result", answer: .open
            ) {
                visit in
                let function = try NodeFunction(visit)
                return visit.wantsHTML
                    ? .page("functions/function", title: visit.node.title, FunctionPage(visit, function))
                    : .page("", title: "", FunctionDescription(function))
            },
            Route(
                .post, "", "Calls the function, or offloads it", body: .stream(SubmissionReader.mediaTypes),
                answer: .open
            ) { visit in
                try await FunctionAnswer(visit: visit, function: NodeFunction(visit)).reply()
            },
            .ownFile,
        ]
    }

    /// What the node's function takes and returns.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        NodeFunction.shapes(of: route, at: node, in: model)
    }
}
