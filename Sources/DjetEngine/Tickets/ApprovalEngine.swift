import DjetModel
import Foundation

/// The page on which somebody with a one-time link approves or rejects what a job asks.
struct ApprovalEngine: Engine {
    static let basetype = Basetype("approval", title: "Approval", isSingleton: true, exposedBy: nil)

    var routes: [Route] {
        [
            Route(
                .get, "", "The question of a one-time link, as long as its job takes an answer",
                query: [QueryField("link", .text, "The token in the link")],
                answer: .page(ApprovalPage.self), problems: [409]
            ) { visit in
                let token = visit.query["link"]
                if token == nil, visit.wantsHTML {
                    return .page("tickets/no-approval", title: "Approval", Nothing())
                }
                guard let token else { throw Model.noApproval }
                let approval = try await visit.model.approval(ofToken: token)
                return .page("tickets/approval", title: "Approval", ApprovalPage(approval, token)).noStore()
            },
            Route(
                .post, "", "Approves or rejects, and uses the link up", body: .value(ApprovalForm.self),
                longestBody: SiteLimits.short, answer: .page(ApprovalForm.Answer.self)
            ) { visit in
                let form = try visit.body(as: ApprovalForm.self)
                try await visit.model.answerApproval(form.link, approves: form.approves)
                return .done(visit.path("done"), ApprovalForm.Answer(approves: form.approves))
            },
            Route(.get, "done", "Says that the answer has arrived", answer: .page(Nothing.self)) { _ in
                .page("tickets/answered", title: "Approval", Nothing())
            },
        ]
    }
}

/// A question, for the bearer of its link.
struct ApprovalPage: Codable, Sendable {
    /// The token in the link.
    var link: String
    var question: String
    /// The person who is asked.
    var whom: String?
    /// The time when the link is over.
    var expiresAt: Date

    init(_ approval: Approval, _ token: String) {
        link = token
        question = approval.question
        whom = approval.whom
        expiresAt = approval.expiresAt
    }
}

/// The answer to a question.
struct ApprovalForm: Codable, Sendable {
    /// An answer that has arrived.
    struct Answer: Codable, Sendable {
        var approves: Bool
    }

    /// The token in the link.
    var link: String
    /// True to approve, false to reject.
    var approves: Bool
}
