/// \file
/// Who may know what: turns a case into the case that an audience may know.
///
/// Everything that is shown to an audience is computed from the result of `for_audience` alone, so that it is byte
/// for byte what it would be had the hidden things never been written (non-interference). What is hidden is the
/// matter: all statements that belong to it.
///
/// Two steps, and the day between them:
///   1. hiding    what the audience must not know goes with everything that shows it was there (below);
///   2. the day   casefile::as_known_on. After the hiding, or a hidden correction would take away what it corrects, and
///                a shown correction of something hidden would lose the mark of where it comes from;
///   3. the table which kinds of statement, and which parts of them, the audience sees at all.
/// Handover and professional see everything that was known on the day: step 2 only.
///
/// Hidden is (repeated until nothing follows any more; the child, and the person of `person:ID`, are never hidden):
///   - a person marked do not show; a professional of somebody hidden; for a family, and for a person who is neither
///     the parent nor the professional, a parent's own professional;
///   - a matter that is not to be told to this audience and not lifted on the day, and whoever and whatever is marked
///     with it. Only a statement of type lifting lifts: withdrawing the matter does not, nor does an analysis date
///     before the mark was written;
///   - an interview in which only hidden people were heard; a statement that only hidden people made, or that names
///     something hidden, or whose content (fact, need, question, answer, decision, rhythm, place, condition of a wish)
///     is a text that names it; a statement that corrects a hidden one;
///   - a household that had a hidden resident and has no shown one on the day;
///   - a person, household or matter whose source is hidden and whom nothing shown speaks of. If something does, its
///     source is now the earliest that does;
///   - the place of a household with a resident whose address is protected (unless `person:ID` lives there), and
///     texts that name the place;
///   - the child's earlier words on sharing, if a later one, or a correction, is hidden: a permission that may have
///   been
///     taken back is no permission. So a lifting that something hidden corrects lifts nothing either.
/// Other free texts that name something hidden are emptied. A name is found as a whole word, also with a genitive s, in
/// any case of letters; each word of a longer name counts. Ids are opaque and stay: they must not carry names.
///
/// Where the table of audiences leaves a doubt, the more protective reading holds:
///   - rings for a family: the latest word on sharing until the day must be the child's own, neither hearsay nor
///   unsure,
///     a yes, to everyone; and no later word may take it back. Only the last ring of each person is left, none for
///     whom the child has since placed outside;
///   - a family gets kin and residences, without places and without who said it; `person:ID` also the homes of the own
///     households, and of these the candidacy, professionals' assessments, granted support, and the own certificates;
///   - the case file has no wishes, needs, questions, offers, words on sharing, notes or quotes; of a lifted matter it
///     does not show that it was secret, of a person neither the mark do not contact nor the protected address. Where
///     the municipality stands as the source the informant leaves the statement, and the interview if there is
///     nothing else from him or her, which then keeps its date only.
///
/// The result has no dangling ids, but is weaker than what the reader accepts: an interview may be without informants,
/// and `observed` may stand where the informant is not told.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kreds/casefile/case.hpp"
#include "kreds/casefile/vocabulary.hpp"

namespace kreds::audience {

enum class Kind { family, person, casefile, handover, professional };

struct Audience {
  Kind kind = Kind::family;
  casefile::Id person;  ///< for Kind::person
  friend bool operator==(const Audience&, const Audience&) = default;
};

/// "family", "person:karen", "casefile", "handover", "professional"; empty otherwise.
std::optional<Audience> parse_audience(std::string_view text);
std::string to_text(const Audience& audience);

/// What an audience may see, beyond what the filtered case still holds.
struct Permissions {
  bool tie_quality = false;  ///< quality of ties, conflict
  bool assessments = false;  ///< candidates, order, requirement status
  bool informant_names = false;
  bool gender_symbols = false;  ///< and the cross of the dead
  bool case_number = false;
  bool not_asked_marks = false;
  bool restriction_marks = false;  ///< shows who is marked do not show, and what is not to be told
};
Permissions permissions(const Audience& audience);

/// The case this audience may know on a day, from the whole case. Idempotent; the result has no dangling ids.
casefile::Case for_audience(const casefile::Case& c, const Audience& audience, const casefile::Vocabulary& vocabulary,
                            casefile::Date as_of);

/// What a document for professionals may say in its main part, because those who may read the file can ask for it: the
/// case without people who may not be shown, what is not to be told to somebody, and protected addresses. Step 1 alone:
/// what corrects and what was withdrawn is still there, and what was said after the day.
casefile::Case without_confidential(const casefile::Case& c, casefile::Date as_of);

/// The newest interview that the audience may know of, as casefile::newest_interview: the day to compute for if none
/// is asked for. (The newest of the whole case could be the date of a hidden one.)
std::optional<casefile::Date> newest_interview(const casefile::Case& c, const Audience& audience);

}  // namespace kreds::audience
