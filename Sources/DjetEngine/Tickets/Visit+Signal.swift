import DjetJSON
import DjetModel

extension Visit {
    /// Sends the signal that the path names, with the value of the body, and notes it in the audit. A form
    /// has the value as JSON in its field `value`.
    ///
    /// Throws what `Model.sendSignal` throws, and `ModelError.invalid` for a value that is not JSON.
    func sendSignal(to ticket: TicketID) async throws {
        let name = parameters["signal"] ?? ""
        let value = try signalValue.compact
        try await model.transaction { model in
            let isNew = try await model.sendSignal(name, json: value, to: ticket)
            try await model.audit(
                "job.signal", "\(ticket)", detail: ["signal": .text(name), "isNew": .flag(isNew)])
        }
    }

    private var signalValue: JSONTree {
        get throws {
            if case .json(let tree) = body { return tree }
            let text = form?.first { $0.name == "value" }?.value ?? ""
            do {
                return try text.isEmpty ? .word("null") : JSONReader.tree(of: text, fromOutside: true)
            } catch let problem as JSONProblem {
                throw ModelError.invalid(
                    "the value is not JSON: \(problem). Write a text in quotes, as in \"yes\"")
            }
        }
    }
}

extension Route {
    /// The parts of a route that sends a signal, which the pages of tickets and of jobs have in common.
    static func signal(answer: AnswerShape, action: @escaping Action) -> Route {
        Route(
            .post, "{ticket}/signals/{signal}", right: .signal,
            "Sends a signal to a job, with the body as its value", body: .open, answer: answer,
            action: action)
    }
}
