#include <cx/model/recognise.hpp>

#include <cx/base/digest.hpp>
#include <cx/model/answer_scales.hpp>
#include <cx/model/model_items.hpp>
#include <cx/model/model_toml.hpp>
#include <cx/model/recognise_items.hpp>
#include <cx/model/recognise_roles.hpp>
#include <cx/model/recognition_notices.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

MeasurementModel recognise_model(const Export& source, Notices& notices) {
    MeasurementModel model;
    model.recognised = true;
    model.answers = default_answer_texts();

    const SurveyColumns survey = survey_columns(source, model.answers);
    const AnswerScales  scales(survey);
    RoleFindings        roles = recognise_roles(survey, notices);
    const ItemFindings  findings = recognise_items(survey, scales, roles.taken, notices);
    recognise_groupings(survey, findings.used, roles);

    ModelItems items = model_items(survey, findings);
    model.items = std::move(items.items);
    model.promises = std::move(items.promises);
    model.columns = std::move(roles.roles);
    announce_items(model, survey, findings, notices);
    announce_roles(model.columns, survey, notices);
    std::vector<bool> taken = findings.used;
    for (std::size_t i = 0; i < taken.size(); ++i) taken[i] = taken[i] || roles.taken[i];
    announce_numbers(survey, taken, notices);
    model.sha256 = sha256(to_toml(model, source.recognition));
    return model;
}

} // namespace cx
