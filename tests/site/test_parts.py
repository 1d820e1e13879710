"""Every part of the page this guide grew from has a place: page, anchor, and at least two facts.

Read from the built pages, as a reader finds them; the sentences are ours, the facts are kept.
"""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT

LEVELS = "guide/proficiency"
PATH = "guide/learning-path/"
SUB = "guide/sub-skills/"
SYSTEMS = "guide/systems/"
CHECK = "guide/assess/self-check"
FLAGS = "guide/assess/red-flags"

#: (part, page, anchor or "", facts)
PARTS = [
    ("tagline and category", "index", "", ["Technical", "scalable", "production"]),
    ("quick stats", "index", "", ["3 learning phases", "240 h", "5 weighted", "48, 24 or 12 weeks"]),
    ("what it is", "guide/overview", "the-definition-we-use", ["Algorithm", "Data pipeline", "Infrastructure", "Integration", "Scalability, reliability and cost"]),
    ("five reasons", "guide/overview", "five-reasons-each-with-a-number", ["dependable service", "debt", "MLOps", "privacy, security and ethics", "Three professions"]),
    ("five outcomes", "guide/overview", "what-you-can-do-afterwards", ["MLflow, Kubeflow or Azure ML", "real-time or batch", "drift", "SageMaker", "Vertex AI"]),
    ("misconception 1", "guide/overview", "misconception-best-algorithm", ["best algorithm", "ingestion, preprocessing, serving and monitoring"]),
    ("misconception 2", "guide/overview", "misconception-every-algorithm", ["every ML algorithm", "trade-offs"]),
    ("misconception 3", "guide/overview", "misconception-runs-alone", ["without maintenance", "Data shifts"]),
    ("misconception 4", "guide/overview", "misconception-large-companies-only", ["Only large", "efficiency, customer experience and decisions"]),
    ("primary roles", "guide/roles-and-industries", "primary-roles", ["AI/ML architect", "ML platform architect", "MLOps architect"]),
    ("secondary roles", "guide/roles-and-industries", "secondary-roles", ["Senior ML engineer", "helps without being required"]),
    ("industries", "guide/roles-and-industries", "five-industries-five-constraints", ["Technology and software", "Finance and banking", "Healthcare and life sciences", "Retail and e-commerce", "Manufacturing and logistics"]),
    ("use case recommendation", SYSTEMS + "real-time-recommendation", "", ["Advanced", "collaborative filtering", "neural"]),
    ("use case forecasting", SYSTEMS + "batch-forecasting", "", ["Intermediate", "sales", "report"]),
    ("use case inspection", SYSTEMS + "vision-quality-inspection", "", ["Advanced", "CNN", "edge"]),
    ("use case chatbot", SYSTEMS + "support-chatbot", "", ["Intermediate", "BERT", "GPT"]),
    ("level beginner", LEVELS, "level-beginner", ["0–6 months", "linear regression", "Google Colab", "Flask or FastAPI"]),
    ("level intermediate", LEVELS, "level-intermediate", ["6–24 months", "Apache Airflow or Prefect", "MLflow or Weights & Biases", "A/B test"]),
    ("level advanced", LEVELS, "level-advanced", ["2–5 years", "canary", "Prometheus and Grafana", "GDPR, HIPAA"]),
    ("level expert", LEVELS, "level-expert", ["5+ years", "federated learning", "quantum", "GPUs, TPUs"]),
    ("journey", "index", "", ["Beginner", "Intermediate", "Advanced", "Expert"]),
    ("sub-skill data", SUB + "data-pipeline-design/index", "", ["25%", "Feast or Tecton", "Apache Spark and Airflow", "Terabytes"]),
    ("sub-skill mlops", SUB + "mlops-automation/index", "", ["25%", "GitHub Actions", "retraining trigger"]),
    ("sub-skill serving", SUB + "model-serving-infrastructure/index", "", ["20%", "Kubernetes and Seldon Core", "TensorRT"]),
    ("sub-skill monitoring", SUB + "performance-monitoring/index", "", ["15%", "Datadog", "Grafana"]),
    ("sub-skill cost", SUB + "cost-security-optimization/index", "", ["15%", "30%", "Spot", "HIPAA"]),
    ("weight distribution", SUB + "index", "", ["25%", "20%", "15%", "100%"]),
    ("phase 1", PATH + "foundations", "", ["60 h", "FastAPI", "DVC", "Coursera", "Heroku", "Elastic Beanstalk", "Docker Hub", "r/MachineLearning"]),
    ("phase 1 deliverables", PATH + "foundations", "deliverables", ["notebook", "Dockerfile"]),
    ("phase 2", PATH + "system-design", "", ["80 h", "Airflow or Prefect", "Prometheus", "Specialty", "MLconf", "NeurIPS"]),
    ("phase 2 deliverables", PATH + "system-design", "deliverables", ["diagram", "CI/CD", "infrastructure as code"]),
    ("phase 3", PATH + "enterprise", "", ["100 h", "GDPR", "SOC 2", "reinforcement learning", "arXiv", "LF AI & Data"]),
    ("phase 3 deliverables", PATH + "enterprise", "deliverables", ["blueprint", "cost"]),
    ("project fraud", SYSTEMS + "fraud-detection", "", ["Apache Kafka", "Apache Flink", "XGBoost", "Prometheus, Grafana"]),
    ("project fraud, noticed", SYSTEMS + "fraud-detection", "what-a-recruiter-notices", ["Streams", "Production speed", "Watching", "The whole way"]),
    ("project platform", SYSTEMS + "image-classification-platform", "", ["TensorFlow", "React", "PostgreSQL"]),
    ("project platform, noticed", SYSTEMS + "image-classification-platform", "what-a-recruiter-notices", ["platform", "MLOps", "front end", "internal users"]),
    ("project forecasting", SYSTEMS + "demand-forecasting", "", ["Prophet", "ARIMA", "QuickSight", "Terraform"]),
    ("project forecasting, noticed", SYSTEMS + "demand-forecasting", "what-a-recruiter-notices", ["Time series", "business people", "Serverless", "Infrastructure as code"]),
    ("portfolio tips", "guide/career/portfolio", "four-tips-and-their-price", ["README", "screenshots", "commits", "Tests"]),
    ("self-check 1", CHECK, "self-check-monolith-or-services", ["monolith", "microservices"]),
    ("self-check 2", CHECK, "self-check-two-feature-speeds", ["recommender", "overnight"]),
    ("self-check 3", CHECK, "self-check-drift-and-alerts", ["PSI", "wake a person"]),
    ("self-check 4", CHECK, "self-check-canary", ["step by step", "model version"]),
    ("self-check 5", CHECK, "self-check-privacy-and-gdpr", ["GDPR", "European Union"]),
    ("self-check 6", CHECK, "self-check-managed-or-own", ["SageMaker", "Kubernetes"]),
    ("self-check 7", CHECK, "self-check-feature-store-design", ["history", "newest values"]),
    ("self-check 8", CHECK, "self-check-cost-at-throughput", ["bill", "99th percentile"]),
    ("quiz 1", "quizzes/quick-quiz", "question-experiment-tracking-tool", ["MLflow", "registry"]),
    ("quiz 2", "quizzes/quick-quiz", "question-feature-store-benefit", ["feature store", "training and live"]),
    ("quiz 3", "quizzes/quick-quiz", "question-gradual-release", ["Canary", "Blue-green"]),
    ("red flag 1", FLAGS, "red-flag-training-or-serving", ["training and serving", "scale"]),
    ("red flag 2", FLAGS, "red-flag-nobody-watches", ["decays", "unseen"]),
    ("red flag 3", FLAGS, "red-flag-one-provider-deep", ["one provider", "alternative"]),
    ("red flag 4", FLAGS, "red-flag-governance-after-launch", ["data protection", "GDPR"]),
    ("red flag 5", FLAGS, "red-flag-platform-for-a-table", ["platform", "table would do"]),
    ("keywords, must have", "guide/career/keywords", "must-have-keywords", ["Kubernetes", "Feature Store", "CI/CD"]),
    ("keywords, good to have", "guide/career/keywords", "good-to-have-keywords", ["Vector Database", "OpenTelemetry"]),
    ("resume line 1", "guide/career/resume", "", ["10,000", "99.9%"]),
    ("resume line 2", "guide/career/resume", "", ["hours, not weeks", "CI/CD on Kubernetes"]),
    ("resume line 3", "guide/career/resume", "", ["40%", "auto-scaling and spot"]),
    ("ATS tips", "guide/career/keywords", "four-tips-and-what-is-honest-about-them", ["sentence about work", "acronym", "figure", "advert"]),
    ("resources", "guide/reference/resources", "", ["Zoomcamp", "free", "Skip it if"]),
    ("learning tips", "guide/reference/resources", "", ["free", "community"]),
    ("FAQ", "guide/reference/faq", "faq-ml-engineer-or-architect", ["engineer implements", "structure of the whole"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(site):
    """The text of a built page, or of one place on it."""

    @cache
    def article(page: str) -> BeautifulSoup:
        return BeautifulSoup(
            (site.folder / "html" / f"{page}.html").read_text("utf-8"), "html.parser"
        ).article

    def text(page: str, anchor: str) -> str:
        place = article(page).find(id=anchor) if anchor else article(page)
        if place.name not in ("section", "fieldset", "article"):
            place = place.find_parent("section")
        return re.sub(r"\s+", " ", place.text)

    return text


@pytest.mark.parametrize(
    ("page", "anchor", "facts"), [part[1:] for part in PARTS], ids=[part[0] for part in PARTS]
)
def test_a_part_keeps_its_facts(read, page, anchor, facts):
    text = read(page, anchor)

    assert len(facts) >= 2
    assert [fact for fact in facts if fact not in text] == []


def test_no_sentence_is_copied():
    """Eight words in a row of the old page would be its sentence, not ours: none of its phrases."""
    phrases = [
        "bridge data science and production",
        "transforms experimental models into reliable",
        "understand where you are and what it takes",
        "demonstrate your AI/ML Architecture skills",
        "use keywords naturally in context",
        "start with free resources to validate",
    ]
    for page in [*ROOT.glob("*.md"), *(ROOT / "guide").rglob("*.md")]:
        text = " ".join(page.read_text("utf-8").lower().split())

        assert [phrase for phrase in phrases if phrase.lower() in text] == []
