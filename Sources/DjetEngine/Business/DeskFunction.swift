import DjetJSON
import DjetModel

/// The import of a node, whose files can be looked at.
struct DeskFunction: Sendable {
    /// The arguments by which a file is read: each has a field of its own on the page.
    static let choices = ["encoding", "separator", "decimal", "dates", "mapping"]
    /// The arguments that the page does not ask for: the mapping says more than names do.
    private static let hidden = ["file", "columns"]

    let node: NodeFunction
    let type: any PreviewedImport.Type

    /// Takes a node's function. Throws `ModelError.notFound` if its files cannot be looked at.
    init(_ node: NodeFunction) throws {
        guard let type = node.type as? any PreviewedImport.Type else {
            throw ModelError.notFound("the files of \(node.type.name) cannot be looked at: send them at once")
        }
        (self.node, self.type) = (node, type)
    }

    /// The arguments without the file.
    var schema: Schema { Self.schema(of: type) }

    /// The arguments that are neither choices nor the file.
    var rest: Schema {
        .object(node.schema.fields.filter { !(Self.hidden + Self.choices).contains($0.name) })
    }

    /// Returns the arguments of an import without the file.
    static func schema(of type: any PreviewedImport.Type) -> Schema {
        .object(Schema.of(type).fields.filter { $0.name != "file" })
    }

    /// Returns the shape of the look at a file.
    static func previewSchema(of type: any PreviewedImport.Type) -> Schema {
        func schema<Import: PreviewedImport>(_: Import.Type) -> Schema {
            PreviewImport<Import>.outputSchema
        }
        return schema(type)
    }

    /// Stores the file of a request. Throws what `SubmissionReader` throws, and `FieldErrors` without a file.
    func stored(_ visit: Visit) async throws -> File {
        try visit.refuseGuestsTicket()
        let schema = Schema.object(node.schema.fields.filter { $0.name == "file" })
        let submission = try await SubmissionReader(visit: visit, schema: schema, fileField: "file")
            .submission()
        _ = try await submission.arguments(of: schema, in: visit.model)
        guard let file = submission.files["file"] else {
            throw FieldErrors([.init("file", "is missing: choose a file")])
        }
        return file
    }

    /// Returns the look at a file by these arguments; a brief one reads no lines by the rules. Throws
    /// `FieldErrors` if they do not fit, and the errors of the look.
    func preview(
        _ arguments: JSONTree, isBrief: Bool, in model: Model
    ) async throws -> ImportPreview {
        try await Self.look(self.type, arguments, isBrief: isBrief, in: model)
    }

    private static func look<Import: PreviewedImport>(
        _ type: Import.Type, _ arguments: JSONTree, isBrief: Bool, in model: Model
    ) async throws -> ImportPreview {
        try await model.call(PreviewImport(try read(type, arguments), isBrief: isBrief))
    }

    /// Offloads a check of the whole file by these arguments. Throws `FieldErrors` if they do not fit.
    ///
    /// - Returns: the ticket, and the name of the function.
    func offloadCheck(_ arguments: JSONTree, in model: Model) async throws -> (TicketID, name: String) {
        try await Self.offloadCheck(by: self.type, arguments, on: node.queue, in: model)
    }

    private static func offloadCheck<Import: PreviewedImport>(
        by type: Import.Type, _ arguments: JSONTree, on queue: String?, in model: Model
    ) async throws -> (TicketID, name: String) {
        let ticket = try await model.offload(CheckImport(try read(type, arguments)), on: queue)
        return (ticket.id, name: CheckImport<Import>.name)
    }

    private static func read<Import: PreviewedImport>(
        _ type: Import.Type, _ arguments: JSONTree
    ) throws -> Import {
        do {
            return try JSON.value(type, from: arguments)
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }
}
