import DjetJSON
import DjetModel
import DjetStore
import Foundation
import HTTPTypes

extension JobmachineEngine {
    var bulk: [Route] {
        [
            Route(
                .get, "bulk", right: .operate, "The number of jobs that a bulk action would change",
                query: JobSearch.queryFields + [
                    QueryField(
                        "action", .choice(BulkAction.allCases.map(\.rawValue)), "The action.",
                        isRequired: true)
                ], answer: .page(BulkQuestion.self), action: Self.ask),
            Route(
                .post, "bulk", right: .operate,
                "Cancels, retries or deletes the named jobs, or up to 1,000 that match a filter",
                body: .value(BulkForm.self), answer: .page(BulkOutcome.self), action: Self.apply),
        ]
    }

    /// The most jobs that one transaction changes without being in the way of others.
    private static let limit = 1_000

    private static func ask(_ visit: Visit) async throws -> Reply {
        guard let action = visit.query["action"].flatMap(BulkAction.init) else {
            throw RequestError(
                .badRequest, "the query parameter “action” is missing: cancel, retry or delete")
        }
        let filter = try visit.checked(JobSearch(visit.query))
        let (tickets, areMoreLeft) = try await visit.model.jobs(for: action, filter, limit: limit)
        let question = BulkQuestion(
            action: action, amount: tickets.count, areMoreLeft: areMoreLeft, filter: filter,
            path: visit.path() + filter.question(), isCancel: action == .cancel,
            isRetry: action == .retry, isDelete: action == .delete, hasAny: !tickets.isEmpty)
        return .page("jobs/bulk", title: "\(action.rawValue.capitalized) jobs", question)
    }

    private static func apply(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: BulkForm.self)
        let tickets = try form.tickets
        let all = form.all ?? false
        guard all == tickets.isEmpty, tickets.count <= limit else {
            throw ModelError.invalid(
                "name up to 1,000 jobs, or set all for those that match the filter")
        }
        let filter = try visit.checked(form.filter)
        let outcome = try await visit.model.transaction { model in
            let (outcome, jobs) =
                all
                ? try await model.change(form.action, filter, limit: limit)
                : try await model.change(form.action, tickets)
            try await model.audit(
                "job.\(form.action.rawValue)",
                each: jobs.map {
                    ("\($0.ticket)", ["status": .text($0.status.rawValue), "bulk": .flag(true)])
                })
            try await model.audit(
                "jobs.\(form.action.rawValue)",
                all ? "all" + filter.question() : form.job?.joined(separator: " ") ?? "",
                detail: ["amount": .number(.init(outcome.amount)), "done": .number(.init(outcome.done))])
            return outcome
        }
        let question = filter.question([
            "action": form.action.rawValue, "of": "\(outcome.amount)", "done": "\(outcome.done)",
            "left": outcome.areMoreLeft ? "yes" : nil,
        ])
        return .done(visit.path() + question, outcome)
    }
}
