import DjetJSON
import DjetModel

extension Site {
    /// Returns a problem as a page for people or JSON for programs; as plain text if that fails.
    func reply(
        _ problem: Problem, isForPeople: Bool, _ visit: Visit?, in words: Words
    ) async -> (mediaType: String, text: String) {
        do {
            if isForPeople {
                let text = try templates.page(
                    "problem", title: problem.title, data: problem,
                    site: SiteContext(visit, of: self, in: words), in: words)
                return ("\(MediaName.html); charset=utf-8", text)
            }
            return (Problem.mediaType, try JSON.text(of: problem))
        } catch {
            return ("text/plain; charset=utf-8", "\(problem.status) \(problem.title)")
        }
    }
}
