public import DjetModel

/// Exposes a model function under the node's rules: a form made of its arguments for people, JSON for
/// programs.
///
/// A POST calls it, or offloads it if the client prefers that: by the form's second button, by
/// `Prefer: respond-async`, or by `Prefer: wait=N`. The last waits N seconds and answers with the ticket if
/// the value is not there by then.
public struct FunctionEngine: Engine {
    /// The basetype `function`.
    public static let basetype = Basetype(
        "function", title: "Function",
        columns: [
            Column("function", title: "Function", .function, isRequired: true),
            Column("queue", title: "Queue", .queue),
        ],
        // The function itself names the right that exposing it takes.
        exposedBy: nil)

    /// Creates the engine.
    public init() {}

    /// The form, its submission, and the files of the visitor's calls.
    public var routes: [Route] {
        [
            Route(
                .get, "", "The function's form, or the shapes of its arguments and its result", answer: .open
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
            Route(.get, "files/{file:int}", "A file that one of your calls returned", answer: .bytes("*/*")) {
                visit in
                try FileReply(await visit.model.ownFile(try visit.integer("file")), visit).reply
            },
        ]
    }

    /// Returns the shapes of the node's function.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        NodeFunction.shapes(of: route, at: node, in: model)
    }
}
