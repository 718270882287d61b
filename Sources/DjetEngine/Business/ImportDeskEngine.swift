import DjetJSON
public import DjetModel
import HTTPTypes

/// Serves imports: a file is stored, looked at, and imported as the visitor has chosen. A program may also
/// send a file that is imported at once.
///
/// The functions of other parts, which cannot look at a file, are served as ``ImportEngine`` does.
public struct ImportDeskEngine: Engine {
    /// The basetype `import`.
    public static let basetype = ImportEngine.basetype

    private let plain = ImportEngine(function: ImportOrders.self)

    /// Creates the engine. A node that names no function imports orders.
    public init() {}

    /// The routes of the form, of the look at a file, and of the saved mappings.
    public var routes: [Route] {
        [
            form, plain.submission, store, look, lookAgain,
            Route(
                .post, "{file:int}/import", "Offloads the import of a stored file", body: .open,
                answer: .ticket
            ) { try await leave($0) { try await $0.offload() } },
            Route(
                .post, "{file:int}/check", "Offloads a check of a whole stored file, which books nothing",
                body: .open, answer: .ticket
            ) { try await leave($0) { try await $0.offloadCheck() } },
            Route(
                .post, "{file:int}/save", "Saves the mapping of a stored file's columns", body: .open,
                answer: .open, action: save),
        ] + SavedMappingsPage.routes(plain)
    }

    /// Returns the shapes of the node's function, and those of the look at its files.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        guard !route.path.segments.isEmpty else { return plain.shapes(of: route, at: node, in: model) }
        let name = node.text("function") ?? ImportOrders.name
        guard route.path.description == "{file:int}",
            let type = model.functions[name] as? any PreviewedImport.Type
        else { return RouteShapes() }
        let body = DeskFunction.schema(of: type)
        return RouteShapes(
            body: route.method == .post ? body : nil, answer: DeskFunction.previewSchema(of: type))
    }

    private var form: Route {
        Route(.get, "", plain.form.summary, answer: .open) { visit in
            let function = try plain.function(of: visit)
            guard visit.wantsHTML, function.type is any PreviewedImport.Type else {
                return try await plain.form.action(visit)
            }
            return .page("imports/upload", title: visit.node.title, UploadPage(visit, function))
        }
    }

    private var store: Route {
        Route(
            .post, "look", "Stores a file, to look at it before its import",
            body: .stream(ImportEngine.mediaTypes), answer: .page(File.self)
        ) { visit in
            let function = try plain.function(of: visit)
            do {
                let file = try await DeskFunction(function).stored(visit)
                let path = visit.path("\(file.id)")
                return .done(path, file).with(.location, path)
            } catch let error as any FinalError where visit.wantsHTML {
                let page = UploadPage(visit, function, error: error)
                let status = HTTPResponse.Status(code: Problem(error).status)
                return .page("imports/upload", title: visit.node.title, page, status: status)
            }
        }
    }

    // MARK: Looking

    private var look: Route {
        Route(
            .get, "{file:int}", right: .use, "The beginning of a stored file, as its import would read it",
            answer: .open
        ) { visit in
            let desk = try DeskFunction(plain.function(of: visit))
            let file = try await visit.model.ownFile(visit.integer("file"))
            return try await reply(DeskAnswer(visit, desk, file, .object([])))
        }
    }

    private var lookAgain: Route {
        Route(.post, "{file:int}", "Looks at a stored file as it was chosen", body: .open, answer: .open) {
            visit in
            try await reply(answer(visit))
        }
    }

    /// Returns what a visitor chose for a file.
    private func answer(_ visit: Visit) async throws -> DeskAnswer {
        let desk = try DeskFunction(plain.function(of: visit))
        let file = try await visit.model.ownFile(visit.integer("file"))
        return try await DeskAnswer(visit, desk, file)
    }

    private func reply(_ answer: DeskAnswer, note: String = "") async throws -> Reply {
        let visit = answer.visit
        guard visit.wantsHTML else { return .page("", title: "", try await answer.preview()) }
        let (page, status) = try await answer.page(note: note)
        return .page("imports/preview", title: visit.node.title, page, status: status)
    }

    // MARK: Importing, checking and saving

    /// Leaves the work on a visitor's file to a worker.
    private func leave(
        _ visit: Visit, _ offload: (DeskAnswer) async throws -> (TicketID, name: String)
    ) async throws -> Reply {
        try visit.refuseGuestsTicket()
        try await visit.refuseTooManyJobs()
        let answer = try await answer(visit)
        // Faults are shown beside the columns, and not by a ticket.
        if visit.wantsHTML, !(await answer.fits) { return try await reply(answer) }
        let (ticket, name) = try await offload(answer)
        await visit.note("function.offload", name, ["ticket": .text("\(ticket)")])
        return .accepted(ticket)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        var answer = try await answer(visit)
        do {
            let name = try await answer.save()
            return try await reply(answer, note: "The mapping “\(name)” is saved.")
        } catch let error as any FinalError where visit.wantsHTML {
            answer.error = answer.error ?? error
            return try await reply(answer)
        }
    }
}
