import DjetModel
import DjetStore
import Foundation
import HTTPTypes

extension JobmachineEngine {
    var bulk: [Route] {
        [
            Route(
                .get, "bulk", right: .operate, "How many jobs a filter means for an action",
                query: JobsFilter.fields + [
                    QueryField(
                        "action", .choice(BulkAction.allCases.map(\.rawValue)), "What is to be done.",
                        isRequired: true)
                ], answer: .page(BulkQuestion.self), action: Self.ask),
            Route(
                .post, "bulk", right: .operate,
                "Cancels or retries the jobs that are named, or up to 1,000 of those that a filter lets through",
                body: .value(BulkForm.self), answer: .page(BulkOutcome.self), action: Self.apply),
        ]
    }

    /// The most jobs that one transaction changes without being in the way of others.
    private static let limit = 1_000

    private static func ask(_ visit: Visit) async throws -> Reply {
        guard let action = visit.query["action"].flatMap(BulkAction.init) else {
            throw Refusal(.badRequest, "the query parameter “action” is missing: cancel or retry")
        }
        let filter = JobsFilter(visit.query)
        let (tickets, areMoreLeft) = try await visit.model.jobs(
            for: action, search(filter, visit), limit: limit)
        let question = BulkQuestion(
            action: action, amount: tickets.count, areMoreLeft: areMoreLeft, filter: filter,
            path: visit.path() + filter.question(), isCancel: action == .cancel,
            hasAny: !tickets.isEmpty)
        return .page("jobs/bulk", title: action == .cancel ? "Cancel jobs" : "Retry jobs", question)
    }

    private static func apply(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: BulkForm.self)
        let tickets = try form.tickets
        let all = form.all ?? false
        guard all == tickets.isEmpty, tickets.count <= limit else {
            throw ModelError.invalid(
                "name up to 1,000 jobs, or say that all are meant which the filter lets through")
        }
        let search = try search(form.filter, visit)
        let outcome = try await visit.model.transaction { model in
            let (outcome, jobs) =
                all
                ? try await model.change(form.action, search, limit: limit)
                : try await model.change(form.action, tickets)
            try await model.audit(
                "job.\(form.action.rawValue)",
                each: jobs.map {
                    ("\($0.ticket)", ["status": .text($0.status.rawValue), "bulk": .flag(true)])
                })
            try await model.audit(
                "jobs.\(form.action.rawValue)",
                all ? "all" + form.filter.question() : form.job?.joined(separator: " ") ?? "",
                detail: ["amount": .number(.init(outcome.amount)), "done": .number(.init(outcome.done))])
            return outcome
        }
        let question = form.filter.question([
            "action": form.action.rawValue, "of": "\(outcome.amount)", "done": "\(outcome.done)",
            "left": outcome.areMoreLeft ? "yes" : nil,
        ])
        return .done(visit.path() + question, outcome)
    }

    private static func search(_ filter: JobsFilter, _ visit: Visit) throws -> JobSearch {
        let search = try filter.search
        if search.words != nil { try visit.demand(.arguments) }
        return search
    }
}
