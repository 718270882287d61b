import DjetJSON
import DjetModel
import HTTPTypes

/// Calls or offloads the function of a node, as the visitor prefers, and makes the answer.
struct FunctionAnswer {
    let visit: Visit
    let function: NodeFunction
    /// The template of the form, which is shown again after an error.
    var template = "functions/function"
    /// True if the function is always offloaded.
    var isAlwaysLater = false
    /// The field that takes a file sent as the whole body.
    var fileField: String?
    /// Makes the answer from the value of a finished ticket.
    var finished: @Sendable (FunctionAnswer, OffloadedFunction, String) throws -> Reply = { try $0.value($2) }

    /// The seconds that a browser waits if its user chose to wait.
    static let patience = 15

    /// Reads the submission, and calls or offloads the function. People see their own errors on the form;
    /// other errors are thrown.
    func reply() async throws -> Reply {
        var submission = Submission()
        if isLaterByItsHead { try visit.refuseGuestsTicket() }
        if isAlwaysLater { try await visit.refuseTooManyJobs() }
        do {
            submission = try await SubmissionReader(
                visit: visit, schema: function.schema, fileField: fileField
            ).submission()
            let arguments = try await submission.arguments(of: function.schema, in: visit.model)
            if isLater(submission) { return try await offload(arguments, submission) }
            return try await call(arguments, submission)
        } catch {
            guard visit.wantsHTML, Self.isTheVisitors(error) else { throw error }
            let problem = Problem(error)
            let page = FunctionPage(visit, function, submission, error: error)
            return .page(template, title: visit.node.title, page, status: .init(code: problem.status))
        }
    }

    /// Returns the value as a page or as JSON.
    func value(_ json: String) throws -> Reply {
        guard visit.wantsHTML else {
            return .text(json, mediaType: MediaName.json).with(.vary, "Accept, Prefer")
        }
        guard json.utf8.count <= JobPart.shown else {
            return .page(
                "functions/result", title: visit.node.title,
                FunctionResultPage(function.type.name, visit.path(), beginningOf: json))
        }
        let reading = ValueReading { visit.user == nil ? nil : visit.path("files", "\($0.id)") }
        let page = FunctionResultPage(
            function: function.type.name, action: visit.path(),
            value: try reading.view(ofReply: json, of: function.type),
            json: try JSONReader.tree(of: json).pretty(), size: 0, isCut: false,
            failure: function.type.outcome(ofReply: json)?.explanation)
        return .page("functions/result", title: visit.node.title, page)
    }

    // MARK: Calling and offloading

    /// True if the head asks to offload, unless a button says otherwise. A guest is then refused before the
    /// body is read.
    private var isLaterByItsHead: Bool {
        isAlwaysLater || visit.preference.isAsynchronous || visit.preference.wait != nil
    }

    private func isLater(_ submission: Submission) -> Bool {
        guard !isAlwaysLater, let way = submission.way else { return isLaterByItsHead }
        return way != .now
    }

    private func call(_ arguments: JSONTree, _ submission: Submission) async throws -> Reply {
        do {
            try await visit.model.audit("function.call", function.type.name)
            return try value(await function.call(arguments, in: visit.model))
        } catch {
            await submission.discard(after: error, in: visit.model)
            throw error
        }
    }

    private func offload(_ arguments: JSONTree, _ submission: Submission) async throws -> Reply {
        let offloaded: OffloadedFunction
        do {
            try visit.refuseGuestsTicket()
            if !isAlwaysLater { try await visit.refuseTooManyJobs() }
            offloaded = try await function.offload(
                arguments, inputs: Array(submission.files.values), in: visit.model)
        } catch {
            await submission.discard(after: error, in: visit.model)
            throw error
        }
        await visit.note("function.offload", function.type.name, ["ticket": .text(offloaded.id.description)])
        let wanted = submission.way == .wait ? Self.patience : visit.preference.wait ?? 0
        // A visitor whose seats are all taken is answered at once.
        let seat = wanted > 0 ? visit.seatUnlessTaken() : nil
        defer { withExtendedLifetime(seat) {} }
        let wait = seat == nil ? 0 : min(wanted, LongPoll.longest)
        visit.deadline.allow(seconds: wait)
        let value =
            try await wait > 0 ? visit.lasting { try await offloaded.value(within: wait) } : nil
        guard let json = value else {
            return applied(.accepted(offloaded.id), waited: wait)
        }
        return applied(try finished(self, offloaded, json), waited: wait)
    }

    /// Adds the client's preferences that were applied (RFC 7240).
    private func applied(_ reply: Reply, waited: Int) -> Reply {
        var applied: [String] = []
        if visit.preference.isAsynchronous { applied.append("respond-async") }
        if visit.preference.wait != nil { applied.append("wait=\(waited)") }
        return applied.isEmpty ? reply : reply.with(.preferenceApplied, applied.joined(separator: ", "))
    }

    /// Returns true if the visitor can do something about the error.
    private static func isTheVisitors(_ error: any Error) -> Bool {
        error is any FinalError && !(error is JobError)
    }
}
