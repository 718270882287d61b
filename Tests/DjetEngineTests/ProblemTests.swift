import DjetEngine
import DjetModel
import Foundation
import Testing

@Suite struct ProblemTests {
    @Test(arguments: [
        (ModelError.invalid("a"), 422), (.notFound("a"), 404), (.conflict("a"), 409), (.forbidden("a"), 403),
        (.unavailable("a"), 503),
    ])
    func whatTheModelSaysIsToldToTheClient(error: ModelError, status: Int) {
        let problem = Problem(error)
        #expect(problem.status == status)
        #expect(problem.detail == "a")
    }

    @Test func aTicketThatNobodyKnowsIsNotFound() {
        #expect(Problem(JobError.unknown(TicketID(queue: "slow", number: 42))).status == 404)
    }

    @Test func whatIsNoneOfTheClientsBusinessIsNotTold() {
        struct Secret: Error {}
        #expect(Problem(Secret()).status == 500)
        #expect(Problem(Secret()).detail == nil)
    }
}
