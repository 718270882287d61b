import DjetModel
import HTTPTypes
import Hummingbird
import Logging

extension Dispatch {
    /// What went wrong, for people as a page and for programs as problem details.
    func answer(to error: any Error, _ visit: Visit?) async -> Response {
        if let detour = error as? Detour {
            return finish(RenderedReply(detour.status, [.location: detour.path], .empty))
        }
        // Whatever it broke off with: the reason is that it was stopped.
        let error = deadline.isOver ? Refusal.outOfTime(deadline.limit) : error
        let problem = Problem(error)
        if problem.status >= 500 { log(error, problem) }
        let status = problem.httpStatus
        var headers = (error as? Refusal)?.headers ?? [:]
        if let snooze = error as? Snooze { headers[.retryAfter] = "\(snooze.seconds)" }
        if status == .serviceUnavailable, headers[.retryAfter] == nil { headers[.retryAfter] = "5" }
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"djet\"" }
        let reply = await site.reply(problem, isForPeople: isForPeople, visit)
        return finish(RenderedReply(status, headers, reply.mediaType, reply.text))
    }

    /// People who may not see a page are asked who they are.
    func sendToSignIn(_ refusal: Refusal, _ visit: Visit?) async -> Response {
        // Without a visit it is the token that is good for nothing, and it would be sent there, too.
        guard let visit, let node = visit.tree.node(ofBasetype: "sign-in"),
            visit.rights(at: node).contains(.view), node.id != visit.node.id
        else {
            return await answer(to: refusal, visit)
        }
        // The answer will not show that it is one.
        noteRefusal(refusal.status, visit)
        let here = LocalPath.checked(request.head.path).map { "?then=\(Percent.encoded($0))" } ?? ""
        return finish(RenderedReply(.seeOther, [.location: node.path + here], .empty))
    }

    private func log(_ error: any Error, _ problem: Problem) {
        logger.error(
            "a request failed",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)", "status": "\(problem.status)",
                "error": "\(error)",
            ])
    }
}
