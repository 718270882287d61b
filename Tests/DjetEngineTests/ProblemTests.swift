import DjetEngine
import DjetModel
import DjetStore
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

    @Test func whatCannotBeDoneYetIsUnavailable() {
        let problem = Problem(Snooze(for: .seconds(300)))
        #expect(problem.status == 503)
        #expect(problem.detail == "it cannot be done yet: try again in 300 s")
    }

    @Test func whatMayPassIsUnavailable() {
        struct Busy: PassingError, CustomStringConvertible {
            let retryAfter: Duration?
            let description = "the bank is busy"
        }
        let problem = Problem(Busy(retryAfter: nil))
        #expect(problem.status == 503)
        #expect(problem.detail == "the bank is busy")
    }

    @Test func aTicketThatNobodyKnowsIsNotFound() {
        #expect(Problem(JobError.unknown(TicketID(queue: "slow", number: 42))).status == 404)
    }

    @Test func everyFieldThatWillNotDoIsTold() {
        let problem = Problem(FieldErrors([.init("name", "is missing"), .init("size", "must be a number")]))
        #expect(problem.status == 422)
        #expect(problem.detail == "name is missing; size must be a number")
        #expect(problem.errors?.map(\.field) == ["name", "size"])
    }

    @Test func aValueThatIsTooLargeForItsColumnIsTheClientsMistake() {
        var error = StoreError(.refused, "value \"99999999999\" is out of range for type integer")
        error.sqlState = SQLState(rawValue: "22003")
        #expect(Problem(error).status == 422)
        error.sqlState = SQLState(rawValue: "22012")
        #expect(Problem(error).status == 500)
    }

    @Test func whatIsNoneOfTheClientsBusinessIsNotTold() {
        struct Secret: Error {}
        #expect(Problem(Secret()).status == 500)
        #expect(Problem(Secret()).detail == nil)
    }
}
