/** A process as a modeler of somebody else saves it, with most of what such files have; no step of it is ours. */
export const FOREIGN_BPMN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="A Modeler" exporterVersion="5.0.0">
  <bpmn:collaboration id="Collaboration_1">
    <bpmn:participant id="Participant_1" name="Shop" processRef="Process_1" />
  </bpmn:collaboration>
  <bpmn:process id="Process_1" name="Trial" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:laneSet id="LaneSet_1">
      <bpmn:lane id="Lane_1" name="Marketing">
        <bpmn:flowNodeRef>Start_1</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Mail_1</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="Start_1" name="Trial started">
      <bpmn:outgoing>F1</bpmn:outgoing>
      <bpmn:messageEventDefinition id="Def_1" messageRef="Message_1" />
    </bpmn:startEvent>
    <bpmn:serviceTask id="Mail_1" name="Send welcome e-mail" camunda:type="external" camunda:topic="mail">
      <bpmn:documentation>The one with the film.</bpmn:documentation>
      <bpmn:extensionElements>
        <camunda:inputOutput>
          <camunda:inputParameter name="template">welcome &amp; more</camunda:inputParameter>
        </camunda:inputOutput>
      </bpmn:extensionElements>
      <bpmn:incoming>F1</bpmn:incoming>
      <bpmn:incoming>F9</bpmn:incoming>
      <bpmn:outgoing>F2</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:eventBasedGateway id="Gateway_1" name="Opened?">
      <bpmn:incoming>F2</bpmn:incoming>
      <bpmn:outgoing>F3</bpmn:outgoing>
      <bpmn:outgoing>F4</bpmn:outgoing>
    </bpmn:eventBasedGateway>
    <bpmn:sequenceFlow id="F1" sourceRef="Start_1" targetRef="Mail_1" />
    <bpmn:sequenceFlow id="F2" sourceRef="Mail_1" targetRef="Gateway_1" />
    <bpmn:intermediateCatchEvent id="Event_1" name="Opened">
      <bpmn:incoming>F3</bpmn:incoming>
      <bpmn:outgoing>F5</bpmn:outgoing>
      <bpmn:messageEventDefinition id="Def_2" messageRef="Message_2" />
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="Event_2" name="Two days">
      <bpmn:incoming>F4</bpmn:incoming>
      <bpmn:outgoing>F6</bpmn:outgoing>
      <bpmn:timerEventDefinition id="Def_3">
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT48H</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="F3" sourceRef="Gateway_1" targetRef="Event_1" />
    <bpmn:sequenceFlow id="F4" sourceRef="Gateway_1" targetRef="Event_2" />
    <bpmn:exclusiveGateway id="Gateway_2" name="Worth it?" default="F8">
      <bpmn:incoming>F5</bpmn:incoming>
      <bpmn:outgoing>F7</bpmn:outgoing>
      <bpmn:outgoing>F8</bpmn:outgoing>
      <bpmn:outgoing>F10</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="F5" sourceRef="Event_1" targetRef="Gateway_2" />
    <bpmn:sequenceFlow id="F7" name="big" sourceRef="Gateway_2" targetRef="Call_1">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${orders &gt;= 3}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="F8" name="no" sourceRef="Gateway_2" targetRef="End_1" />
    <bpmn:sequenceFlow id="F10" name="maybe" sourceRef="Gateway_2" targetRef="Sub_1">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${bean.decide(execution)}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:intermediateCatchEvent id="Wait_1" name="A week">
      <bpmn:incoming>F6</bpmn:incoming>
      <bpmn:outgoing>F9</bpmn:outgoing>
      <bpmn:timerEventDefinition id="Def_4">
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1W</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="F6" sourceRef="Event_2" targetRef="Wait_1" />
    <bpmn:sequenceFlow id="F9" sourceRef="Wait_1" targetRef="Mail_1" />
    <bpmn:userTask id="Call_1" name="Look at the account" camunda:assignee="demo">
      <bpmn:incoming>F7</bpmn:incoming>
      <bpmn:outgoing>F11</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="Late_1" name="Too late" attachedToRef="Call_1">
      <bpmn:outgoing>F12</bpmn:outgoing>
      <bpmn:timerEventDefinition id="Def_5">
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT4H</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="Merge_1">
      <bpmn:incoming>F11</bpmn:incoming>
      <bpmn:incoming>F13</bpmn:incoming>
      <bpmn:outgoing>F14</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="F11" sourceRef="Call_1" targetRef="Merge_1" />
    <bpmn:sequenceFlow id="F12" sourceRef="Late_1" targetRef="End_2" />
    <bpmn:subProcess id="Sub_1" name="Check credit">
      <bpmn:incoming>F10</bpmn:incoming>
      <bpmn:outgoing>F13</bpmn:outgoing>
      <bpmn:startEvent id="Inner_1">
        <bpmn:outgoing>Inner_3</bpmn:outgoing>
      </bpmn:startEvent>
      <bpmn:endEvent id="Inner_2">
        <bpmn:incoming>Inner_3</bpmn:incoming>
      </bpmn:endEvent>
      <bpmn:sequenceFlow id="Inner_3" sourceRef="Inner_1" targetRef="Inner_2" />
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="F13" sourceRef="Sub_1" targetRef="Merge_1" />
    <bpmn:sequenceFlow id="F14" sourceRef="Merge_1" targetRef="Throw_1" />
    <bpmn:intermediateThrowEvent id="Throw_1" name="Qualified">
      <bpmn:incoming>F14</bpmn:incoming>
      <bpmn:outgoing>F15</bpmn:outgoing>
    </bpmn:intermediateThrowEvent>
    <bpmn:sequenceFlow id="F15" sourceRef="Throw_1" targetRef="End_1" />
    <bpmn:endEvent id="End_1" name="Done">
      <bpmn:incoming>F8</bpmn:incoming>
      <bpmn:incoming>F15</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:endEvent id="End_2" name="Late">
      <bpmn:incoming>F12</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:subProcess id="Cancel_1" name="Cancelled" triggeredByEvent="true">
      <bpmn:startEvent id="Inner_4">
        <bpmn:outgoing>Inner_6</bpmn:outgoing>
        <bpmn:messageEventDefinition id="Def_6" messageRef="Message_1" />
      </bpmn:startEvent>
      <bpmn:endEvent id="Inner_5">
        <bpmn:incoming>Inner_6</bpmn:incoming>
      </bpmn:endEvent>
      <bpmn:sequenceFlow id="Inner_6" sourceRef="Inner_4" targetRef="Inner_5" />
    </bpmn:subProcess>
    <bpmn:dataObjectReference id="Data_1" name="Account" dataObjectRef="Data_2" />
    <bpmn:dataObject id="Data_2" />
    <bpmn:textAnnotation id="Note_1">
      <bpmn:text>Ask sales
twice</bpmn:text>
    </bpmn:textAnnotation>
    <bpmn:association id="Association_1" sourceRef="Call_1" targetRef="Note_1" />
  </bpmn:process>
  <bpmn:message id="Message_1" name="trial_started" />
  <bpmn:message id="Message_2" name="welcome.opened" />
  <bpmndi:BPMNDiagram id="BPMNDiagram_1">
    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Collaboration_1">
      <bpmndi:BPMNShape id="Participant_1_di" bpmnElement="Participant_1" isHorizontal="true">
        <dc:Bounds x="100" y="80" width="900" height="400" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="Start_1_di" bpmnElement="Start_1">
        <dc:Bounds x="162" y="142" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="148" y="185" width="65" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="Note_1_di" bpmnElement="Note_1">
        <dc:Bounds x="600" y="420" width="100" height="30" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="F1_di" bpmnElement="F1">
        <di:waypoint x="198" y="160" />
        <di:waypoint x="240" y="160" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
