import DjetJSON
public import DjetModel

/// Offloads a function that makes a file. A client that waits is redirected to the file, others find it by
/// its ticket.
public struct ExportEngine: Engine {
    /// The basetype `export`.
    public static let basetype = Basetype(
        "export", title: "Export",
        columns: [
            Column("function", title: "Function that makes the file", .function),
            Column("queue", title: "Queue", .queue),
        ])

    private let standard: String

    /// Creates the engine.
    ///
    /// - Parameter function: makes the file where the node names no function.
    public init(function: (any ModelFunction.Type)? = nil) {
        standard = function?.name ?? ""
    }

    /// The form and its submission.
    public var routes: [Route] {
        [
            Route(.get, "", "The export's form, or the shape of its arguments", answer: .open) {
                [standard] visit in
                let function = try NodeFunction(visit, default: standard)
                return visit.wantsHTML
                    ? .page("functions/export", title: visit.node.title, FunctionPage(visit, function))
                    : .page("", title: "", FunctionDescription(function))
            },
            Route(
                .post, "",
                "Offloads the export; with Prefer: wait=N, redirects to the file if it is ready in time",
                body: .stream(SubmissionReader.mediaTypes), answer: .file
            ) { [standard] visit in
                try await FunctionAnswer(
                    visit: visit, function: NodeFunction(visit, default: standard),
                    template: "functions/export", isAlwaysLater: true, finished: Self.handOver
                ).reply()
            },
        ]
    }

    /// Returns the shapes of the node's function.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        NodeFunction.shapes(of: route, at: node, in: model, default: standard)
    }

    /// Redirects to the file. If the function made none, people get the ticket, programs the value.
    private static func handOver(
        _ answer: FunctionAnswer, _ offloaded: OffloadedFunction, _ json: String
    ) throws -> Reply {
        let isShort = json.utf8.count <= JobPart.shown
        guard isShort, let file = try JSONReader.tree(of: json).storedFile else {
            return answer.visit.wantsHTML ? .accepted(offloaded.id) : try answer.value(json)
        }
        let ticket = try answer.visit.site.path(of: offloaded.id, in: answer.visit.tree)
        return .redirect("\(ticket)/files/\(file)")
    }
}
