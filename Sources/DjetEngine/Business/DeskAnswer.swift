import DjetJSON
import DjetModel
import HTTPTypes

/// The choices that a visitor sent for a stored file, and what comes of them.
struct DeskAnswer: Sendable {
    /// The field of the name under which a mapping is saved.
    static let nameField = "_mapping"

    let visit: Visit
    let desk: DeskFunction
    let file: File
    /// The fields that were sent; empty for a new page.
    private(set) var form: [FormEntry] = []
    /// The reason why they are refused; nil if they are not.
    var error: (any Error)?
    private var name = ""
    /// The arguments without the file.
    private var arguments: JSONTree

    /// Takes these arguments.
    init(_ visit: Visit, _ desk: DeskFunction, _ file: File, _ arguments: JSONTree) {
        (self.visit, self.desk, self.file, self.arguments) = (visit, desk, file, arguments)
    }

    /// Takes the arguments of the body. People see the faults in them on the page; otherwise throws
    /// `FieldErrors`.
    init(_ visit: Visit, _ desk: DeskFunction, _ file: File) async throws {
        self.init(visit, desk, file, .object([]))
        var submission = try Submission(visit)
        form = submission.form
        name = form.last { $0.name == Self.nameField }?.value ?? ""
        submission.form.removeAll { $0.name == Self.nameField }
        if case .object(let members)? = submission.json {
            name = submission.json?[Self.nameField]?.text ?? ""
            submission.json = .object(members.filter { $0.name != Self.nameField })
        }
        do {
            arguments = try await submission.arguments(of: desk.schema, in: visit.model)
        } catch let error as FieldErrors where visit.wantsHTML {
            self.error = error
            // The choices have selects of their own, and may be right.
            submission.form.removeAll { field in
                !DeskFunction.choices.contains(String(field.name.prefix { $0 != "[" }))
            }
            arguments =
                (try? await submission.arguments(of: desk.schema, in: visit.model)) ?? .object([])
        }
    }

    private var whole: JSONTree {
        guard case .object(let members) = arguments else { return arguments }
        return .object(members + [.init(name: "file", value: file.tree)])
    }

    /// Looks at the file.
    func preview(isBrief: Bool = false) async throws -> ImportPreview {
        try await desk.preview(whole, isBrief: isBrief, in: visit.model)
    }

    /// True if the file can be imported like this. If the look fails, the page says why.
    var fits: Bool {
        get async {
            guard error == nil, let preview = try? await preview(isBrief: true) else { return false }
            return preview.fits
        }
    }

    /// Offloads the import, and returns its ticket and its name. The file stays when it fails: it can be
    /// looked at again.
    func offload() async throws -> (TicketID, name: String) {
        (try await desk.node.offload(whole, inputs: [], in: visit.model).id, name: desk.node.type.name)
    }

    /// Offloads a check of the whole file, likewise.
    func offloadCheck() async throws -> (TicketID, name: String) {
        try await desk.offloadCheck(whole, in: visit.model)
    }

    /// Saves the choices under the name that was sent, and returns it.
    func save() async throws -> String {
        if let error { throw error }
        let preview = try await preview(isBrief: true)
        guard preview.fits else {
            throw ModelError.invalid("the mapping does not fit the file yet: correct it, then save it")
        }
        let save = SaveImportMapping(
            function: desk.node.type.name, name: name, header: preview.header, choices: preview.choices)
        try await visit.model.transaction { model in
            _ = try await model.call(save)
            try await model.audit("import-mapping.save", name)
        }
        return name
    }

    /// Returns the page, and its status: that of the error if there is one.
    func page(note: String) async throws -> (ImportDeskPage, HTTPResponse.Status) {
        var (preview, reason): (ImportPreview?, (any Error)?) = (nil, error)
        do {
            preview = try await self.preview()
        } catch let failure as any FinalError {
            reason = reason ?? failure
        }
        let page = ImportDeskPage(self, preview, error: reason, note: note)
        let isRefused = reason != nil || preview.map { !$0.fits && !form.isEmpty } ?? false
        let code = reason.map { Problem($0).status } ?? (isRefused ? 422 : 200)
        return (page, HTTPResponse.Status(code: code))
    }
}
