import DjetModel
import HTTPTypes
import Hummingbird
import Logging

extension Dispatch {
    /// Returns the answer to an error: a page for people, problem details for programs.
    func answer(to error: any Error, _ visit: Visit?) async -> Response {
        if let detour = error as? Detour {
            return finish(RenderedReply(detour.status, [.location: detour.path], .empty))
        }
        // The error that ended the work does not matter: it was stopped.
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

    /// Returns a redirect to sign in, for people who may not see a page.
    func sendToSignIn(_ refusal: Refusal, _ visit: Visit?) async -> Response {
        // Without a visit the token is invalid, and the browser would send it there too.
        guard let visit, let node = visit.tree.node(ofBasetype: "sign-in"),
            visit.rights(at: node).contains(.view), node.id != visit.node.id
        else {
            return await answer(to: refusal, visit)
        }
        // The answer, a redirect, does not show that it is a refusal.
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
