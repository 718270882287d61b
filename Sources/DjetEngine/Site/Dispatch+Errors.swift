import DjetModel
import HTTPTypes
import Hummingbird

extension Dispatch {
    /// Returns the answer to an error: a page for people, problem details for programs.
    func answer(to error: any Error, _ visit: Visit?) async -> Response {
        if let redirect = error as? HTTPRedirect {
            return finish(RenderedReply(redirect.status, [.location: redirect.path], .empty))
        }
        // The error that ended the work does not matter: it was stopped.
        let error = deadline.isOver ? RequestError.outOfTime(deadline.limit) : error
        let problem = Problem(error)
        // A client that has gone is no failure.
        let isWithdrawn = error is CancellationError && Task.isCancelled
        if problem.status >= 500, !isWithdrawn {
            site.failures.note(
                error, status: problem.status, request.method, request.uri.path,
                basetype: visit?.node.basetype, logger)
        }
        let status = isWithdrawn ? .clientHasGone : problem.httpStatus
        var headers = (error as? RequestError)?.headers ?? [:]
        if let wait = (error as? any PassingError)?.retryAfter {
            headers[.retryAfter] = "\(Snooze(for: wait).seconds)"
        }
        if status == .serviceUnavailable, headers[.retryAfter] == nil { headers[.retryAfter] = "5" }
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"djet\"" }
        // In a task of its own: this one may have been cancelled, and would render no page.
        let words = visit?.words ?? self.words(of: nil)
        let reply = await Task { [site, isForPeople] in
            await site.reply(problem, isForPeople: isForPeople, visit, in: words)
        }.value
        headers[.vary] = headers[.vary] ?? RenderedReply.varying
        return finish(RenderedReply(status, headers, reply.mediaType, reply.text))
    }

    /// Returns a redirect to sign in, for people who may not see a page.
    func sendToSignIn(_ refusal: RequestError, _ visit: Visit?) async -> Response {
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
}

extension HTTPResponse.Status {
    /// The status that proxies note for a client that left before its answer. Nobody receives it.
    fileprivate static let clientHasGone = Self(code: 499, reasonPhrase: "Client Closed Request")
}
