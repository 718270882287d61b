import DjetJSON
import DjetModel
import Foundation

/// The run of a command on all jobs that its filters choose.
struct BulkRun {
    let action: BulkAction
    let choice: JobChoice

    /// Asks whether to go on, changes the jobs page by page, and shows the outcome. Throws `CommandFailure`
    /// if nobody can be asked, or if the answer is no.
    func run(on target: DatabaseOptions) async throws {
        let search = try choice.filter.checkedSearch()
        try checkStatus(of: search)
        guard choice.yes || isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure(
                .usage,
                "nobody can be asked, since the input is no terminal: add --yes to \(action.rawValue) the jobs"
            )
        }
        let outcome = try await withSession(target) { try await change(search, in: $0.model) }
        if choice.json { return Terminal.output.line(try JSON.text(of: outcome)) }
        guard outcome.amount > 0 else { return Terminal.error.line("No jobs found.") }
        Terminal.output.line(
            "\(action.words.done) \(outcome.done.grouped) of \(outcome.amount.grouped) jobs.")
    }

    /// Throws `CommandFailure` for a status in which the action changes no job.
    private func checkStatus(of search: JobSearch) throws {
        guard let status = search.status, !action.statuses.contains(status) else { return }
        let fit = action.statuses.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(
            .usage,
            "--status \(status.rawValue): no such job can be \(action.words.done.lowercased()), only \(fit)")
    }

    private func change(_ search: JobSearch, in model: Model) async throws -> BulkOutcome {
        let (tickets, areMoreLeft) = try await model.jobs(for: action, search)
        if !choice.yes, !tickets.isEmpty || areMoreLeft {
            try ask(Self.question(action, tickets.count, areMoreLeft: areMoreLeft))
        }
        let total = areMoreLeft ? nil : tickets.count
        let bar = ProgressBar(action.words.doing)
        defer { bar.clear() }
        let outcome = try await model.applyToAll(action, to: search) { outcome in
            bar.show(JobProgress(done: outcome.amount, of: total))
        } noting: { model, jobs in
            try await model.note("job.\(action.rawValue)", each: jobs)
        }
        try await model.note(
            "jobs.\(action.rawValue)", "all",
            [
                "filter": JSON.value(from: JSON.text(of: search)),
                "amount": .number(.init(outcome.amount)), "done": .number(.init(outcome.done)),
            ])
        return outcome
    }

    private func ask(_ question: String) throws {
        Terminal.error.write(question + " ")
        guard ["y", "yes"].contains(readLine()?.lowercased()) else {
            throw CommandFailure(.failed, "no job is changed, since the answer is not y")
        }
    }

    /// Returns the question before so many jobs change, such as `Cancel 234 jobs? [y/N]`.
    static func question(_ action: BulkAction, _ amount: Int, areMoreLeft: Bool) -> String {
        let jobs = amount == 1 && !areMoreLeft ? "1 job" : "\(amount.grouped) jobs"
        return "\(action.words.ask) \(jobs)\(areMoreLeft ? " or more" : "")? [y/N]"
    }
}

extension BulkAction {
    /// The words for people: in a question, above the progress, and of the outcome.
    fileprivate var words: (ask: String, doing: String, done: String) {
        switch self {
        case .cancel: ("Cancel", "Cancelling", "Cancelled")
        case .retry: ("Retry", "Retrying", "Retried")
        case .delete: ("Delete", "Deleting", "Deleted")
        }
    }
}
