/// The data that every page shows around its own content.
struct SiteContext: Encodable {
    struct Link: Encodable {
        let path: String
        let title: String
        let isHere: Bool
        let children: [Link]
    }

    struct Person: Encodable {
        let name: String
        let fullName: String
    }

    let name: String
    let here: String
    let address: String
    let menu: [Link]
    let branch: [Link]
    let user: Person?
    /// True if the visitor sees the jobs of some tenants alone.
    let isConfined: Bool
    /// The address of the search for jobs; nil if the visitor may see none.
    let findPath: String?
    let csrf: String?
    let signInPath: String?
    let signOutPath: String?
    let accountPath: String?
    let assetsPath: String
    /// The language of the page.
    var language = "en"
}
